import type { Words } from "./en.ts";
import { Grammar } from "./grammar.ts";

const grammar = new Grammar("ar");

const moreVoices = (count: number): string =>
  grammar.count(count, {
    one: "صوت آخر",
    two: "صوتان آخران",
    few: "# أصوات أخرى",
    many: "# صوتًا آخر",
    other: "# صوت آخر",
  });

const readers = (count: number): string =>
  grammar.count(count, {
    one: "قارئ واحد",
    two: "قارئان",
    few: "# قراء",
    many: "# قارئًا",
    other: "# قارئ",
  });

export const ar: Words = {
  site: "Verbatim",
  tagline: "من قال ماذا، كلمةً بكلمة",
  skip: "الانتقال إلى المقال",
  loading: "جارٍ التحميل",
  frontTitle: "Verbatim: من قال ماذا، كلمةً بكلمة",
  saved: "اقتباسات محفوظة",
  titled: (title) => `${title} · Verbatim`,

  tools: {
    settings: "إعدادات القراءة",
    listen: "استماع",
  },

  front: {
    heading: "المقالات",
    more: "مقالات أقدم",
    loadingMore: "يجري جلب المقالات الأقدم…",
    empty: "لا مقالات بعد",
    emptyHint: "تظهر المقالات هنا حالما ينشر قسم التحرير أولها.",
    minutes: (count) =>
      grammar.count(count, {
        one: "قراءة في دقيقة",
        two: "قراءة في دقيقتين",
        few: "قراءة في # دقائق",
        other: "قراءة في # دقيقة",
      }),
    score: (names) => `المقتبس عنهم: ${names}`,
  },

  story: {
    by: (author) => `بقلم ${author}`,
    photo: (credit) => `الصورة: ${credit}`,
    keys: "المفاتيح: اضغط ?",
    share: "مشاركة",
  },

  voices: {
    label: "الأصوات",
    unknown: "المتحدث غير مذكور",
    unknownInitials: "؟",
    unknownHint: "لا يذكر المقال بوضوح من صاحب هذه الكلمات.",
    unattributed: "غير منسوب",
    unattributedHint: "لا ينسب Verbatim الاقتباسات إلى قائليها في هذه اللغة.",
    perhaps: (name) => `ربما ${name}`,
    times: (count) =>
      grammar.count(count, {
        zero: "لا اقتباسات",
        one: "اقتباس واحد",
        two: "اقتباسان",
        few: "# اقتباسات",
        many: "# اقتباسًا",
        other: "# اقتباس",
      }),
    share: (percent) => `${percent} من الكلمات المقتبسة`,
    more: moreVoices,
    cast: (count) => (count === 0 ? "من يتكلم، وبأي قدر" : `${moreVoices(count)}، وقدر كلام كل صوت`),
    control: (name, role) =>
      role === null ? `${name}: عن هذا الاقتباس` : `${name}، ${role}: عن هذا الاقتباس`,
  },

  quotation: {
    start: "بداية الاقتباس المشار إليه. ",
    end: " نهاية الاقتباس المشار إليه.",
  },

  permalink: {
    titled: {
      edited: (title) => `تغيرت منذ ذلك الحين – ${title}`,
      reattributed: (title) => `صُححت نسبتها – ${title}`,
      removed: (title) => `حُذفت منذ ذلك الحين – ${title}`,
    },
  },

  changes: {
    heading: "التصحيحات والتغييرات",
    added: "أُضيف",
    edited: "تغيّر",
    removed: "حُذف",
    reattributed: "صُححت النسبة",
    retypeset: "تنضيد",
    verbatim: "أُعيد",
  },

  vote: {
    question: "هل أعجبك هذا المقال؟",
    yes: "نعم",
    no: "لا",
    saidYes: "أجبت بنعم.",
    saidNo: "أجبت بلا.",
    withdraw: "سحب الإجابة",
    withdrawn: "سُحبت إجابتك.",
    waiting: "محفوظة هنا، وستُرسل حين يمكن الوصول إلى الموقع.",
    failed: "تعذّر احتساب إجابتك. حاول مرة أخرى.",
    readers,
    few: (yes, no) => `${readers(yes + no)}: ${grammar.number(yes)} نعم، ${grammar.number(no)} لا`,
    title: (headline) => `إجابتك: ${headline}`,
    back: "العودة إلى المقال",
    nobody: "لم يُجب أحد بعد.",
  },

  problem: {
    notFound: "لا شيء في هذا العنوان",
    notFoundHint: "ربما انتقل المقال، أو فقد الرابط بعض حروفه في الطريق.",
    noQuotation: "لا يوجد هذا الاقتباس في هذا المقال",
    noQuotationHint: "ربما فقد الرابط بعض حروفه في الطريق. المقال نفسه هنا.",
    story: (headline) => `قراءة «${headline}»`,
    gone: "لم يعد هذا موجودًا هنا",
    unpublished: "سُحب هذا المقال",
    unpublishedOn: (date) => `سحبه ناشره في ${date}.`,
    offline: "أنت غير متصل بالإنترنت",
    offlineHint: "لم تُقرأ هذه الصفحة على هذا الجهاز من قبل. ستُفتح عند عودة الاتصال.",
    refused: "تعذّرت الإجابة عن هذا الطلب",
    broken: "حدث خطأ من جانبنا",
    brokenHint: "لم يضع شيء مما لديك. حاول مرة أخرى بعد قليل.",
    retry: "المحاولة مرة أخرى",
    front: "إلى الصفحة الأولى",
    status: (status) => `خطأ ${grammar.number(status)}`,
  },
};
