import { Grammar } from "./grammar.ts";
import type { ReadingWords } from "./reading-en.ts";

const grammar = new Grammar("ar");

export const readingAr: ReadingWords = {
  permalink: {
    verbatim: "لم تتغير منذ نشرها.",
    restored: "تغيرت لفترة، وهي الآن كما نُشرت أول مرة.",
    retypeset: "لم يتغير فيها سوى علامات الطباعة.",
    toStart: "القراءة من البداية",
    edited: (date) => `تغيرت هذه الكلمات في ${date}.`,
    reattributed: (then, now, date) =>
      `نُسبت هذه الكلمات أولًا إلى ${then}. ومنذ ${date} ينسبها المقال إلى ${now}.`,
    removed: (date) => `لم تعد هذه الكلمات في المقال. حُذفت في ${date}.`,
    removedHint: "يلي ذلك المقال كما هو الآن.",
    was: "كانت الكلمات",
  },

  quotation: {
    position: (at, of) =>
      at === of
        ? `${grammar.number(at)} من ${grammar.number(of)}، الأخير`
        : `${grammar.number(at)} من ${grammar.number(of)}`,
    announced: (at, of, name) => `${grammar.number(at)} من ${grammar.number(of)}، ${name}`,
    isFirst: "هذا هو الأول.",
    isLast: "هذا هو الأخير.",
    ofVoice: "هذا الصوت",
    ofAll: "الجميع",
    hint: "المس الكلمات المسطَّرة أو انقر عليها لترى من قالها.",
    previous: "الاقتباس السابق",
    next: "الاقتباس التالي",
    close: "إغلاق",
    introduced: "موضع التعريف بالمتحدث",
    only: "إظهار هذا الصوت وحده",
    everyone: "إظهار الجميع",
    unsure: "غير مؤكد: استُنتج من سياق المقطع.",
    byEditor: "نسبه أحد المحررين",
    quoted: (count) => (count === 1 ? "اقتُبس هنا مرة واحدة" : `عدد الاقتباسات هنا: ${grammar.number(count)}`),
    lens: "التنقل بين الاقتباسات",
  },

  shortcuts: {
    title: "المفاتيح",
    next: "الاقتباس التالي",
    previous: "الاقتباس السابق",
    nextOfVoice: "التالي للصوت نفسه",
    previousOfVoice: "السابق للصوت نفسه",
    note: "من قالها، عند الاقتباس الذي أنت فيه",
    copy: "نسخ هذا الاقتباس",
    share: "مشاركة هذا الاقتباس",
    keep: "حفظ هذا الاقتباس أو ترك حفظه",
    help: "هذه القائمة",
    off: "تعطيل هذه المفاتيح",
    on: "تفعيل هذه المفاتيح",
    atNote: "المفاتيح: c للنسخ، s للمشاركة، b للحفظ، j للتالي، ? للقائمة",
    atBar: "Enter: من قالها · ?: كل المفاتيح",
  },

  settings: {
    title: "إعدادات القراءة",
    close: "إغلاق",
    reset: "إعادة كل شيء كما كان",
    resetDone: "عاد كل شيء كما كان.",
    theme: {
      legend: "الصفحة",
      options: { system: "مثل جهازي", light: "فاتحة", sepia: "بنّية", dark: "داكنة" },
    },
    size: {
      legend: "حجم النص",
      options: {
        smallest: "الأصغر",
        smaller: "أصغر",
        normal: "عادي",
        larger: "أكبر",
        large: "كبير",
        largest: "كبير جدًا",
        huge: "الأكبر",
      },
    },
    leading: { legend: "الأسطر", options: { tight: "متقاربة", normal: "عادية", loose: "متباعدة" } },
    measure: { legend: "العمود", options: { narrow: "ضيق", normal: "عادي", wide: "عريض" } },
    typeface: {
      legend: "الخط",
      options: {
        serif: "خط مذيّل",
        sans: "خط بلا ذيول",
        legible: "أوضح للقراءة",
        dyslexic: "لعسر القراءة",
      },
    },
    highlights: { legend: "تمييز الأصوات", options: { off: "بلا تمييز", quiet: "هادئ", strong: "واضح" } },
    motion: { legend: "الحركة", options: { system: "مثل جهازي", off: "بلا حركة" } },
    language: {
      legend: "اللغة",
      options: { system: "مثل جهازي", en: "English", de: "Deutsch", ar: "العربية" },
    },
  },

  listen: {
    title: "الاستماع",
    play: "تشغيل",
    pause: "إيقاف مؤقت",
    previous: "الجملة السابقة",
    next: "الجملة التالية",
    nextQuotation: "الاقتباس التالي",
    speed: "السرعة",
    times: (rate) => `${grammar.number(rate)}×`,
    stop: "إنهاء الاستماع",
    narrator: "المقال",
    unknown: "المتحدث غير مذكور",
    progress: (at, of) => `الجملة ${grammar.number(at)} من ${grammar.number(of)}`,
    done: "انتهى المقال.",
    quote: "اقتباس.",
    endQuote: "انتهى الاقتباس.",
  },

  ending: {
    share: "مشاركة المقال…",
    copyLink: "نسخ رابط المقال",
    address: "عنوان المقال:",
    strongest: "بكلماتهم",
    next: "اقرأ بعد ذلك",
    sameNames: "الأسماء نفسها في مقالات أخرى",
    site: "الموقع",
    front: "الصفحة الأولى",
    feed: "خلاصة المقالات",
    privacy: "الخصوصية",
  },

  privacy: {
    reading:
      "القراءة لا تترك أثرًا هنا. لا يضع الموقع ملف تعريف ارتباط قبل أن تُجيب، ولا يحمّل شيئًا من غيره، ولا يذكر سجله أحدًا.",
    device: "ما تختاره لعرض الصفحة، والموضع الذي توقفت عنده، وما يُحفظ للقراءة دون اتصال يبقى على هذا الجهاز.",
  },

  votePrivacy: {
    title: "الخصوصية",
    kept: "تُحفظ إجابتك مع رقم عشوائي ووقتها ما دام المقال محفوظًا: بلا اسم ولا عنوان. وملف تعريف ارتباط يخبرنا بأنها إجابتك.",
    forget: "احذف إجاباتي",
    forgotten: "حُذفت كل إجاباتك هنا، ومعها ملف تعريف الارتباط.",
    failed: "تعذّر الوصول إلى الموقع: لم يُحذف شيء. حاول مرة أخرى.",
  },

  offline: {
    story: (date) => `أنت غير متصل بالإنترنت. هذا هو المقال كما قرأته آخر مرة، في ${date}.`,
    front: (date) => `أنت غير متصل بالإنترنت. هذه هي الصفحة الأولى كما رأيتها آخر مرة، في ${date}.`,
    plain: "أنت غير متصل بالإنترنت. ما قرأته وأحدث المقالات ما زالت تُفتح كما كانت.",
  },

  progress: {
    label: "موضعك",
    offer: "توقفت عن القراءة عند",
    resume: "الانتقال إليه",
    dismiss: "البقاء هنا",
  },

  saved: {
    title: "اقتباسات محفوظة",
    keep: "حفظ",
    all: "كل ما حفظته",
    kept: "حُفظ على هذا الجهاز",
    letGo: "لم يعد محفوظًا",
    full: "لا مكان على هذا الجهاز: يبقى محفوظًا حتى تغادر.",
    hint: "محفوظة على هذا الجهاز وحده: بلا حساب، ولا يراها أحد غيرك.",
    needsScript: "يخزّنها هذا المتصفح، وتظهر حيث تكون JavaScript مفعّلة.",
    empty: "لا شيء محفوظ بعد",
    emptyHint: "«حفظ»، في البطاقة عند الاقتباس، يضعه هنا، لتقرأه بلا اتصال أيضًا.",
    keptOn: (date) => `حُفظ في ${date}`,
    remove: "إزالة",
    removed: "أُزيل.",
    undo: "تراجع",
    more: "الأقدم",
    saveAs: (format) => `حفظ بصيغة ${format}`,
    changed: {
      edited: "تغيّر بعد ذلك",
      removed: "حُذف بعد ذلك",
      reattributed: "صُحّح قائله بعد ذلك",
    },
    gone: "لم تعد هذه الكلمات موجودة هنا.",
    unpublishedOn: (date) => `سحب الناشر هذا المقال في ${date}. ما حفظته يبقى على هذا الجهاز.`,
  },

  share: {
    label: "مشاركة هذا الاقتباس",
    copyLink: "نسخ الرابط",
    copyWords: "نسخ الاقتباس",
    share: "مشاركة…",
    picture: "حفظ الصورة",
    embed: "نسخ رمز التضمين",
    linkCopied: "نُسخ الرابط",
    wordsCopied: "نُسخ الاقتباس مع قائله ورابطه",
    embedCopied: "نُسخ رمز التضمين",
    shared: "تمت المشاركة",
    pictureSaved: "يجري حفظ الصورة",
    failed: "تعذّر النسخ. يمكنك نسخه من هنا:",
    selection: "المقطع المحدد",
    copySelection: "نسخ رابط المقطع المحدد",
    noFragment: "لا رابط يؤدي إلى هذا المقطع تحديدًا. جرّب مقطعًا أطول.",
    unknown: "المتحدث غير مذكور",
    from: (headline, publisher, date) =>
      [`«${headline}»`, publisher, date].filter((part) => part !== null).join("، "),
  },
};
