package io.patchbay.rules.interaction;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** One thing that may happen next; the numbers choose who and what, whatever there is to choose from. */
public record Step(Kind kind, int who, int what, int to) {

    public enum Kind { DELIVER, CALL_IN, DIAL, AGENT_ACTS, FAR_END_ACTS, DEADLINE, OFFER, MONITOR, SIGN_OUT, SIGN_IN, FORWARD }

    public static Arbitrary<Step> any() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(Tuple.of(20, Kind.DELIVER), Tuple.of(2, Kind.CALL_IN), Tuple.of(2, Kind.DIAL),
                Tuple.of(14, Kind.AGENT_ACTS), Tuple.of(1, Kind.FAR_END_ACTS), Tuple.of(2, Kind.DEADLINE), Tuple.of(6, Kind.OFFER),
                Tuple.of(1, Kind.MONITOR), Tuple.of(1, Kind.SIGN_OUT), Tuple.of(1, Kind.SIGN_IN),
                Tuple.of(2, Kind.FORWARD));
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 5), Arbitraries.integers().between(0, 13),
                Arbitraries.integers().between(0, 8)).as(Step::new);
    }
}
