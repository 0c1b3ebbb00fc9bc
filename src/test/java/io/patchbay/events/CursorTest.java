package io.patchbay.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void a_cursor_is_read_as_it_was_written() {
        Random random = new Random(7);
        for (int round = 0; round < 1000; round++) {
            Cursor cursor = new Cursor(random.nextInt(), offsets(random), offsets(random));
            assertThat(Cursor.parse(cursor.text())).hasValue(cursor);
        }
        Cursor longest = new Cursor(-1, List.of(Long.MAX_VALUE, 0L), List.of(127L, 128L));
        assertThat(Cursor.parse(longest.text())).hasValue(longest);
    }

    private static List<Long> offsets(Random random) {
        List<Long> offsets = new ArrayList<>();
        for (int i = random.nextInt(20); i > 0; i--) {
            offsets.add(random.nextLong() >>> 1 + random.nextInt(63));
        }
        return offsets;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "AQ", "AQAAAAA", "nonsense", "\u0000", "AQAAAAAAAAAA", "////", "%2e", "ÄÖÜ", "\uD83D\uDE00"})
    void what_is_no_cursor_is_none(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }

    @Test
    void a_changed_cursor_is_none_and_nothing_throws() {
        Random random = new Random(11);
        String text = new Cursor(42, List.of(1L, 200L), List.of(30_000L, 4_000_000L)).text();
        for (int round = 0; round < 20_000; round++) {
            StringBuilder changed = new StringBuilder(text);
            changed.setCharAt(random.nextInt(text.length()), (char) (33 + random.nextInt(94)));
            changed.setLength(1 + random.nextInt(text.length()));
            Cursor.parse(changed.toString()).ifPresent(same -> assertThat(same.text()).isEqualTo(text));
        }
        assertThat(Cursor.parse("A".repeat(1_000_000))).isEmpty();
    }
}
