package io.patchbay.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.PlainText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A misspelt operation or member is answered with the known one. */
class MisspeltCommandsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'id':'1','agent':'ana','operation':'startSesion'} | There is no such operation (did you mean startSession?).",
        "{'id':'1','agent':'ana','operaton':'startSession'} | (did you mean operation?).",
        "{'id':'1','agent':'ana','operation':'holdCall','target':{'interaction':'A','cal':'B'}} | (did you mean call?).",
        "{'id':'1','agent':'ana','operation':'sendDtmf','target':{'interaction':'A','call':'B'},'arguments':{'digit':''}} | mean digits?).",
    })
    void the_refusal_names_the_known_one(String command, String hint) {
        String message = Doors.message(command.replace('\'', '"'));
        assertThat(message).endsWith(hint);
        PlainText.check(message);
    }
}
