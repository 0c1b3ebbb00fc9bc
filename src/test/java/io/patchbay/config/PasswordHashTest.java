package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    @Test
    void the_tool_prints_the_line_for_the_first_line_of_its_input() throws IOException {
        InputStream in = System.in;
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setIn(new ByteArrayInputStream("käse\nand more\n".getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            HashPassword.main(new String[] {"1000"});
        } finally {
            System.setIn(in);
            System.setOut(out);
        }
        String line = printed.toString(StandardCharsets.UTF_8);
        assertThat(PasswordHash.parse(line.strip()).matches("käse")).isTrue();
    }
}
