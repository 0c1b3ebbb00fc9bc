package io.patchbay.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN = List.of("startSession", "endSession", "agent", "id");

    @ParameterizedTest
    @CsvSource({"startSesion, startSession", "strat_Session, startSession", "EndSession, endSession", "agetn, agent", "Id, id"})
    void a_misspelt_name_gets_the_nearest_known_name(String word, String meant) {
        assertThat(Suggestion.text(word, KNOWN)).isEqualTo(" (did you mean " + meant + "?)");
    }

    @ParameterizedTest
    @CsvSource({"shutdown", "customer", "''"})
    void a_strange_name_gets_none(String word) {
        assertThat(Suggestion.text(word, List.of("startSession", "agent"))).isEmpty();
    }

    @Test
    void a_missing_name_is_suggested_when_a_sent_name_is_near() {
        assertThat(Suggestion.missing("agent", List.of("id", "agnet"))).isEqualTo(" (did you mean agent?)");
        assertThat(Suggestion.missing("agent", List.of("id", "customer"))).isEmpty();
        assertThat(Suggestion.missing("agent", List.of("agent"))).isEmpty();
    }

    @Test
    void the_text_sent_is_never_repeated_and_a_long_one_costs_nothing() {
        assertThat(Suggestion.text("startSesion\n\u0000", KNOWN)).isEqualTo(" (did you mean startSession?)");
        String endless = "startSession".repeat(1_000_000);
        assertThat(Suggestion.text(endless, List.of("startSession", endless))).isEmpty();
        assertThat(Suggestion.missing("startSession", List.of(endless))).isEmpty();
    }
}
