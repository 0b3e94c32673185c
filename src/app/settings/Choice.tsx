import { useId } from "react";
import { isLanguage } from "#model/languages.ts";
import styles from "./Choice.module.css";

/** One setting as a row of words, of which one holds. */
export function Choice<Value extends string>({
  name,
  legend,
  options,
  value,
  choose,
}: {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly choose: (value: Value) => void;
}) {
  const group = useId();
  return (
    <fieldset className={styles.choice} data-choice={name}>
      <legend>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} data-option={option.value}>
            <input
              type="radio"
              name={group}
              value={option.value}
              checked={option.value === value}
              onChange={() => choose(option.value)}
            />
            <span lang={isLanguage(option.value) ? option.value : undefined}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
