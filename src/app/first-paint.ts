/**
 * The styles of every view that a reader may land on, gathered into the one
 * sheet that the template carries inline. Styles of what opens later come
 * with it.
 */
import "./article/story.module.css";
import "./front/front.module.css";
import "./problem/problem.module.css";
import "./quotation/permalink.module.css";
import "./quotation/quotation.module.css";
import "./speaker/score.module.css";
import "./ui/shell.module.css";
import "./vote/vote.module.css";
