package io.patchbay.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.config.DirectoryFile;
import io.patchbay.model.Destination;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people and CRMs write them (BINDINGS, common: destination). */
class DialledTest {
    private final Names names = new Names(DirectoryFile.read(Path.of("config/directory.yaml"),
            new FarEnds(List.of(), new FarEnd(FarEnd.Kind.ANSWERS, Duration.ofMillis(200)))).directory());

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '`', value = {
        "+1 (555) 123-4567|+15551234567", "tel:+1-555-0100|+15550100", "TEL:555.01/00|5550100", "tel:+15550100;ext=5|+15550100",
        " 5550100\u00a0|5550100", "\u202a+1 555 0100\u202c|+15550100", "+1\u00a0555\u20130100|+15550100", "\t555\u22120100|5550100",
        "\uff0b\uff11 \uff08\uff15\uff15\uff15\uff09 \uff10\uff11\uff0d\uff10\uff10|+15550100",
        "\u200b5550100\ufeff|5550100", "\u0665\u0665\u0660\u0661|5501", "*21#|*21#", "a|a", "``|``",
    })
    void what_is_written_into_a_number_is_taken_off(String dialled, String number) {
        assertThat(Calling.plain(dialled)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5001", " 5001 ", "50-01", "tel:5001", "(5001)", "\u0665\u0660\u0660\u0661", "5001;phone-context=x"})
    void an_extension_is_found_however_it_is_written(String dialled) {
        Destination to = names.destination(dialled).or(IllegalArgumentException::new);
        assertThat(to).isInstanceOf(Destination.Extension.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nobody", "tel:", "5001a", "+", "++1", "1+1", "sip:5001", "123456789012345678901234567890123",
        "tel:tel:5001", "555\u00b2", "\u2460555", "[555]0100", "555,0100", "555x0100"})
    void what_is_no_number_is_wrong(String dialled) {
        assertThat(names.destination(dialled)).isInstanceOf(Read.Wrong.class);
    }

    @Test
    void a_text_too_long_for_a_number_is_not_searched_for_one() {
        assertThat(names.destination("5001" + " ".repeat(252))).isInstanceOf(Read.Value.class);
        assertThat(names.destination("5001" + " ".repeat(253))).isInstanceOf(Read.Wrong.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sales", "6001", "60 01", "tel:6001"})
    void a_queue_is_found_by_name_and_number(String dialled) {
        assertThat(names.destination(dialled).or(IllegalArgumentException::new)).isInstanceOf(Destination.ToQueue.class);
    }
}
