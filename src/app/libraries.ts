/** Names the libraries that the reader stands on, so that they are evaluated before it and apart from it. */
import "@tanstack/react-query";
import "./page/PageRouter.tsx";
