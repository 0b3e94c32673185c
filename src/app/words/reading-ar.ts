import type { ReadingWords } from "./reading-en.ts";

export const readingAr: ReadingWords = {
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
    highlights: { legend: "الأصوات", options: { off: "بلا تمييز", quiet: "هادئ", strong: "واضح" } },
    motion: { legend: "الحركة", options: { system: "مثل جهازي", off: "بلا حركة" } },
  },

  listen: {
    title: "الاستماع",
    play: "تشغيل",
    pause: "إيقاف مؤقت",
    previous: "الجملة السابقة",
    next: "الجملة التالية",
    nextQuotation: "الاقتباس التالي",
    speed: "السرعة",
    times: (rate) => `${rate.toLocaleString("ar")}×`,
    stop: "إنهاء الاستماع",
    narrator: "المقال",
    unknown: "المتحدث غير مذكور",
    progress: (at, of) => `الجملة ${at.toLocaleString("ar")} من ${of.toLocaleString("ar")}`,
    done: "انتهى المقال.",
    quote: "اقتباس.",
    endQuote: "انتهى الاقتباس.",
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
};
