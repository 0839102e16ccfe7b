import assert from "node:assert/strict";
import { test } from "node:test";
import { plain, underlined } from "../fixture";

function pictures(name: string, picture: string): void {
  test(name, () => assert.equal(underlined(plain(picture), "script"), picture));
}

pictures(
  "what another program hands to a shell is a script too",
  String.raw`bash -c 'aws iot update-job --job-id j1 --description ""'
                                                      ~~ length: Expected text, found none.
ssh -t host "cd /srv && aws iot update-job --job-id \"$J\" --namespace-id '$N' --description ''"
                                                                                             ~~ length: Expected text, found none.
sudo sh <<< "aws iot update-job --job-id j1 --description ''"
                                                          ~~ length: Expected text, found none.
bash <<END
aws iot update-job --job-id '$J' --description ''
                                               ~~ length: Expected text, found none.
END
`,
);

pictures(
  "what a heredoc hands to a shell is read as that gets it",
  String.raw`ssh host <<EOF
aws iot update-job \\
  --job-id j1 --description ""
                            ~~ length: Expected text, found none.
aws iot update-job --job-id j2 --timeout-config "{\\"inProgressTimeoutInMinutes\\": 0}"
                                                                                    ~ range: Expected a whole number from 1 to 10080, found 0; nearest 1.
EOF
bash <<-EOF
	aws iot update-job --job-id j3 --description '
                                              ~ pattern: Expected visible characters and spaces, without line breaks, tabs, or control and invisible characters; found U+000A.
	'
EOF
`,
);

pictures(
  "what ssh and eval hand to another shell needs quotes for that one too",
  String.raw`ssh host aws iot update-job --job-id "$J" --description 'a b' --namespace-id "'n'"
                                                        ~~~~~ shell-expansion: ssh hands this to another shell, without these quotes. Put it in quotes twice.
eval aws iot update-job --job-id j --description "build $N" --timeout-config '{"inProgressTimeoutInMinutes":0}'
                                                 ~~~~~~~~~~ shell-expansion: eval hands this to another shell, without these quotes. Put it in quotes twice.
                                                                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ shell-expansion: eval hands this to another shell, without these quotes. Put it in quotes twice.
                                                                                                            ~ range: Expected a whole number from 1 to 10080, found 0; nearest 1.
ssh host aws iot update-job --job-id j --timeout-config "'{\"inProgressTimeoutInMinutes\": 0}'" --description "'a b'"
                                                                                           ~ range: Expected a whole number from 1 to 10080, found 0; nearest 1.
`,
);

pictures(
  "what only reads text, or looks at it, is handed no script",
  String.raw`cat <<< "aws iot update-job --job-id a/b"
sed 's/^ *//' <<EOF | less
aws iot update-job --job-id a/b
EOF
sudo cat >/dev/stderr <<EOF
aws iot update-job --job-id a/b
EOF
while read -r line; do echo "$line"; done <<EOF
aws iot update-job --job-id a/b
EOF
cat <<EOF | ssh host bash
aws iot update-job --job-id a/b --description x
                            ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
EOF
`,
);

pictures(
  "single quotes quote in a pattern of an expansion, and old arithmetic is an expansion",
  String.raw`escaped="$(printf '%s' "\${1//'"'/\"}")"
aws iot update-job --job-id a/b --timeout-config "inProgressTimeoutInMinutes=$[60*2]"
                            ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
`.replace("\\$", "$"),
);

pictures(
  "what stands in a default or in arithmetic is run too, and what is quoted there is not",
  `answer=\${1:-$(aws iot update-job --job-id a/b --description x)}
                                          ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
echo "\${2:-it's \${3:-\`aws iot update-job --job-id a/b --description x\`}}"
                                                  ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
echo $((1 + $(aws iot update-job --job-id a/b --description x)))
                                          ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
echo \${1:-'$(aws iot update-job --job-id a/b)'} "\${1:-\\$(aws iot update-job --job-id a/b)}"
`,
);

pictures(
  "what echo and printf print for a shell is a script, and what they print for people is not",
  String.raw`echo 'aws iot update-job --job-id a/b --description x' | sudo bash
                                  ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
printf 'aws iot update-job --job-id a/b --description %%\n' | bash
printf 'aws iot update-job --description x --job-id a/b\n' | ssh host bash
                                                    ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
printf '%s\n' "aws iot update-job --job-id a/b --description '$X'" 'aws iot update-job --description "" --job-id j' | bash
                                           ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
                                                                                                     ~~ length: Expected text, found none.
echo 'aws iot update-job --job-id a/b' | less
echo 'aws iot update-job --job-id a/b' || bash
echo 'aws iot update-job' '--job-id a/b' | bash
`,
);

pictures(
  "a program that nobody knows may be the AWS CLI, or run it",
  String.raw`$AWS --profile p iot --region eu-west-1 update-job --job-id a/b --description x
                                                            ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
$DRY_RUN aws iot update-job --job-id a/b --description x
                                     ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
run() { "$@"; }
run aws iot update-job --job-id a/b --description x
                                ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
retry 3 aws iot update-job --job-id a/b --description x
                                    ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
ssh host aws iot update-job --job-id a --description x ${"\\"}`,
);

pictures(
  "programs that start another with credentials, packages or a lock",
  String.raw`saml2aws exec -- aws iot update-job --job-id a/b --description x
                                             ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
uv run aws iot update-job --job-id a/b --description x
                                   ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
op run --env-file .env -- aws iot update-job --job-id a/b --description x
                                                      ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
flock lock -c 'aws iot update-job --job-id a/b --description x'
                                           ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
runuser -u deploy -c 'aws iot update-job --job-id a/b --description x'
                                                  ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".`,
);

pictures(
  "options of the AWS CLI before the words of the command, cut short or misspelled, hide nothing",
  String.raw`aws --reg eu-west-1 iot --ou json update-job --job-id a/b --description x
    ~~~~~ option-prefix: The AWS CLI takes this for --region. Spell it out.
                        ~~~~ option-prefix: The AWS CLI takes this for --output. Spell it out.
                                                      ~~~ pattern: Expected the letters A to Z and a to z, digits, - and _; found "/".
aws --regoin eu-west-1 iot --debug update-job --job-id a --description x
    ~~~~~~~~ unknown-option: There is no option --regoin.
`,
);

pictures(
  "what xargs, parallel and find put into a command is not known",
  String.raw`xargs -n1 aws iot update-job --description "" --job-id < ids
                                           ~~ length: Expected text, found none.
xargs -I % -P 4 aws iot update-job --job-id % --description ""
                                                            ~~ length: Expected text, found none.
parallel aws iot update-job --description "" --job-id {} ::: a b
                                          ~~ length: Expected text, found none.
parallel "aws iot update-job --job-id {} --description '' --namespace-id {2}" ::: a b
                                                       ~~ length: Expected text, found none.
parallel 'id=$(aws iot update-job --description "" --job-id {})' ::: a b
                                                ~~ length: Expected text, found none.
parallel 'aws iot update-job --description "" --job-id' ::: a b
                                           ~~ length: Expected text, found none.
find . -exec aws iot update-job --cli-input-json file://{} --description "" \;
                                                                         ~~ length: Expected text, found none.
xargs -I{} aws iot update-job --description x
                   ~~~~~~~~~~ missing-member: The required member jobId is missing.
`,
);
