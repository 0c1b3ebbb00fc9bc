package io.patchbay.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

    private static String basic(byte[] pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Test void a_password_may_hold_colons_blanks_and_umlauts() {
        assertThat(BasicCredentials.parse(basic("ana: p:\u00fc ".getBytes(UTF_8)))).contains(new BasicCredentials("ana", " p:\u00fc "));
        assertThat(BasicCredentials.parse("bASIC  YW5hOg==")).contains(new BasicCredentials("ana", ""));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Basic", "Basic ", "Basic !!!", "Basic YW5h", "Basic OnB3", "Bearer YW5hOmFuYQ==", "YW5hOmFuYQ=="})
    void what_is_no_readable_basic_header_gives_no_credentials(String header) {
        assertThat(BasicCredentials.parse(header)).isEmpty();
    }

    @Test void bytes_that_are_not_utf8_give_no_credentials() {
        assertThat(BasicCredentials.parse(basic("ana:\u00fc".getBytes(ISO_8859_1)))).isEmpty();
    }

    @Test void printing_hides_the_password() {
        assertThat(new BasicCredentials("ana", "geheim").toString()).contains("ana").doesNotContain("geheim");
    }
}
