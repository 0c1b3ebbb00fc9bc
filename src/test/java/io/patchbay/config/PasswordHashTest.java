package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    @ParameterizedTest
    @ValueSource(strings = {"geheim", "", "pässwörd €", "with blanks ", "a:b"})
    void only_the_password_itself_matches_its_line(String password) {
        PasswordHash read = PasswordHash.parse(PasswordHash.of(password, 1000).line());
        assertThat(read.matches(password)).isTrue();
        assertThat(read.matches(password + " ")).isFalse();
    }

    @Test
    void other_programs_derive_the_same_hash() {
        PasswordHash known = PasswordHash.parse("pbkdf2:4096:MDEyMzQ1Njc4OWFiY2RlZg==:YV7u5lKp/hz59CfWIYUmqTet0BgHmFSyqhGHXXWYN6w=");
        assertThat(known.matches("password")).isTrue();
    }

    @Test
    void the_same_password_has_another_line_each_time_and_no_line_shows_itself() {
        PasswordHash one = PasswordHash.of("geheim", 1000);
        assertThat(one.line()).isNotEqualTo(PasswordHash.of("geheim", 1000).line());
        assertThat(one).hasToString("pbkdf2:1000:***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "geheim", "pbkdf2:0000:AAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "pbkdf2:1000:AAAAAAAAAAAAAAAA:AAAA", "md5:1000:AAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void a_line_of_another_form_is_refused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.parse(line));
    }
}
