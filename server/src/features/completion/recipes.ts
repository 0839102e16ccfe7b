import { t } from "@vscode/l10n";
import { meaningOf } from "../../model/meaning";
import type { Growth } from "../../model/stages";
import { type UpdateJobInput, updateJob } from "../../model/updateJob";
import { parseJson } from "../../syntax/json/json";
import { plainSource } from "../../syntax/source";

type Rollout = NonNullable<UpdateJobInput["jobExecutionsRolloutConfig"]>;

export interface Recipe {
  readonly id: string;
  readonly name: string;
  /** What it does, in numbers: short, for a row of the list. */
  readonly summary: string;
  readonly rollout: Rollout;
}

/** What a recipe comes to, stage by stage. */
export function stagesOfRecipe(id: string): string | undefined {
  const recipe = rolloutRecipes().find((one) => one.id === id);
  const node = recipe && parseJson(plainSource(JSON.stringify(recipe.rollout))).roots[0]?.node;
  return meaningOf(node, updateJob.members.jobExecutionsRolloutConfig.shape)?.sentence;
}

/** Rollouts that start small and grow as devices succeed: what people set most, ready to be changed. */
export function rolloutRecipes(): readonly Recipe[] {
  return [
    {
      id: "careful",
      name: t("careful rollout"),
      summary: t("10/min, ×1.5 …, up to 100/min"),
      rollout: staged({ base: 10, factor: 1.5, maximum: 100, step: 100 }),
    },
    {
      id: "balanced",
      name: t("balanced rollout"),
      summary: t("50/min, ×2 …, up to 500/min"),
      rollout: staged({ base: 50, factor: 2, maximum: 500, step: 500 }),
    },
    {
      id: "fast",
      name: t("fast rollout"),
      summary: t("100/min, ×3 …, up to 1,000/min"),
      rollout: staged({ base: 100, factor: 3, maximum: 1000, step: 1000 }),
    },
  ];
}

function staged({ base, factor, maximum, step: succeeded }: Growth): Rollout {
  return {
    maximumPerMinute: maximum,
    exponentialRate: {
      baseRatePerMinute: base,
      incrementFactor: factor,
      rateIncreaseCriteria: { numberOfSucceededThings: succeeded },
    },
  };
}
