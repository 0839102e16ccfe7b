# SYNTAX TEST "source.shell" "aws iot update-job in a shell script"

aws iot update-job --job-id "$JOB" \
# <--- entity.name.command.shell
#       ^^^^^^^^^^ string.unquoted.argument.shell
#                   ^^^^^^^ constant.other.option.shell
#                            ^^^^ variable.other.normal.shell
#                                  ^ constant.character.escape.line-continuation.shell
  --timeout-config inProgressTimeoutInMinutes=60 \
#  ^^^^^^^^^^^^^^^ constant.other.option.shell
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ support.type.property-name.json.iot-update-job
#                                             ^^ constant.numeric.iot-update-job
  --abort-config \
    '{"criteriaList": [{"thresholdPercentage": 10.5}]}' | tee log 2>&1
#     ^^^^^^^^^^^^^^ support.type.property-name.json
#                                              ^^^^ constant.numeric.json
#                                                       ^ keyword.operator.pipe.shell
#                                                         ^^^ entity.name.command.shell
#                                                                   ^^^ keyword.operator.redirect.shell

answer=$(aws --region us-east-1 iot update-job --timeout-config inProgressTimeoutInMinutes=5)
#                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ support.type.property-name.json.iot-update-job
#                                                                                          ^ constant.numeric.iot-update-job
#                                                                                           ^ punctuation.definition.subshell.single.shell
echo "$(aws iot update-job --timeout-config inProgressTimeoutInMinutes=5) is the answer"
#                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ support.type.property-name.json.iot-update-job
#                                                                         ^^^^^^^^^^^^^ string.quoted.double.shell - meta.command.iot-update-job

if ! aws iot update-job --job-id j --timeout-config inProgressTimeoutInMinutes=$MINUTES; then exit 1; fi
# <-- keyword.control.if.shell
#                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ support.type.property-name.json.iot-update-job
#                                                                              ^^^^^^^^ variable.other.normal.shell
#                                                                                      ^ punctuation.terminator.statement.semicolon.shell
#                                                                                        ^^^^ keyword.control.then.shell

aws iot update-job --timeout-config # nothing=1 'here
#                                   ^^^^^^^^^^^^^^^^^ comment.line.number-sign.shell
echo done
# <---- support.function.builtin.shell

# Elsewhere nothing changes.
echo 'aws iot update-job --timeout-config a=1' "iot update-job --timeout-config a=1"
#                                         ^^^ string.quoted.single.shell - support.type.property-name
#                                                                               ^^^ string.quoted.double.shell - support.type.property-name
aws iot create-job --timeout-config inProgressTimeoutInMinutes=60
#                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ - support.type.property-name
cat <<END
aws iot update-job --timeout-config a=1
#                                   ^^^ - support.type.property-name
END
