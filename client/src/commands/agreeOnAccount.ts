import * as vscode from "vscode";
import type { Accounts } from "../account/accounts";
import { type Account, type Choice, accountInWords } from "../aws/account";
import { confirm, tell } from "../notify";
import { plain } from "../plainText";
import type { PayloadToRun } from "./payloadsToRun";

/**
 * Settles where payloads go whose commands name an account: there, and the window with them, or to the account of the
 * window, which the review then says. Undefined, and the user knows why, when they go nowhere.
 */
export async function agreeOnAccount(
  accounts: Accounts,
  account: Account,
  payloads: readonly PayloadToRun[],
): Promise<readonly PayloadToRun[] | undefined> {
  const choices = await Promise.all(payloads.map(({ named }) => choiceOf(accounts, account, named)));
  const [choice] = choices;
  if (new Set(choices.map(placeOf)).size > 1) {
    const message = vscode.l10n.t("These commands name several accounts. Run them one at a time; nothing was sent.");
    tell("warning", message);
    return undefined;
  }
  if (choice === undefined || placeOf(choice) === placeOf(account)) return payloads;
  const message = vscode.l10n.t("The command names another account than that of this window.");
  const there = { title: vscode.l10n.t("Switch to the Command's Account") };
  const here = { title: vscode.l10n.t("Run in This Window's Account") };
  const detail = await detailOf(accounts, { account, choice, named: payloads[0]?.named ?? {} });
  const answer = await confirm("warning", { message, detail }, [there, here]);
  if (answer === there) return (await switchTo(accounts, payloads[0]?.named ?? {})) ? payloads : undefined;
  return answer === here ? payloads.map((payload) => withWarning(payload, choice)) : undefined;
}

/** False where the window would be left with a profile that nobody has. */
async function switchTo(accounts: Accounts, named: PayloadToRun["named"]): Promise<boolean> {
  const { profile } = named;
  if (profile !== undefined && !(await accounts.hasProfile(profile))) {
    const message = vscode.l10n.t(
      "Profile {0} is not in your AWS files. Set it up with the AWS CLI, or run the command in this window's account; nothing was sent.",
      plain(profile),
    );
    tell("warning", message);
    return false;
  }
  await accounts.pickAll(pickedBy(named));
  return true;
}

/** A command that names nothing goes where the window is, and so does one with its profile that nothing gives a region. */
async function choiceOf(accounts: Accounts, account: Account, named: PayloadToRun["named"]): Promise<Choice> {
  if (Object.keys(named).length === 0) return account;
  const choice = await accounts.choiceWith(pickedBy(named));
  const isElsewhere = choice.region !== undefined || choice.profile !== account.profile;
  return isElsewhere ? choice : { ...choice, region: account.region };
}

/** With a profile and no region goes the region of the environment or of that profile, as in the AWS CLI: not the window's. */
function pickedBy(named: PayloadToRun["named"]): PayloadToRun["named"] {
  return named.profile === undefined ? named : { region: "", ...named };
}

function placeOf({ kind, profile, region }: Choice): string {
  return JSON.stringify([kind, profile, region]);
}

interface Compared {
  readonly account: Account;
  readonly choice: Choice;
  readonly named: PayloadToRun["named"];
}

async function detailOf(accounts: Accounts, { account, choice, named }: Compared): Promise<string> {
  const runs = await accounts.programsOf(choice.profile);
  return [
    vscode.l10n.t("Command: {0}", inWords(choice)),
    ...notNamed(named),
    vscode.l10n.t("This window: {0}", inWords(account)),
    ...runs.map((program) => vscode.l10n.t("To get credentials, this program is run: {0}", plain(program))),
  ].join("\n");
}

/** Where that comes from which the command does not name. */
function notNamed({ profile, region }: PayloadToRun["named"]): readonly string[] {
  if (profile === undefined) return [vscode.l10n.t("(It names no profile: that of this window goes with its region.)")];
  if (region !== undefined) return [];
  return [vscode.l10n.t("(It names no region: that of the environment or of its profile goes with it.)")];
}

function inWords(choice: Choice): string {
  return plain(accountInWords(choice));
}

function withWarning(payload: PayloadToRun, choice: Choice): PayloadToRun {
  const warning = vscode.l10n.t("The command names another account, which does not count here: {0}.", inWords(choice));
  const { request } = payload;
  return { ...payload, request: { ...request, warnings: [...request.warnings, warning] } };
}
