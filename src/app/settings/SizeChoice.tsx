import { useId } from "react";
import styles from "./Choice.module.css";
import { type Settings, settingOptions } from "./settings.ts";

type Size = Settings["size"];

/** The text's size as a slider from a small A to a large one. */
export function SizeChoice({
  words,
  value,
  choose,
}: {
  readonly words: { readonly legend: string; readonly options: Readonly<Record<Size, string>> };
  readonly value: Size;
  readonly choose: (size: Size) => void;
}) {
  const slider = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={slider}>{words.legend}</label>
      <div className={styles.size}>
        <span aria-hidden="true">A</span>
        <input
          id={slider}
          type="range"
          min={0}
          max={settingOptions.size.length - 1}
          step={1}
          value={settingOptions.size.indexOf(value)}
          aria-valuetext={words.options[value]}
          onChange={(event) => choose(settingOptions.size[Number(event.target.value)] ?? value)}
        />
        <span aria-hidden="true">A</span>
      </div>
    </div>
  );
}
