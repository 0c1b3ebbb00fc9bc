package io.patchbay.model;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The result of a check of credentials. @param <U> the user */
public sealed interface Authentication<U> {

    /** One function for each result, so every door answers each of them. */
    <R> R match(Function<U, R> accepted, Supplier<R> denied, Function<Slowed<U>, R> slowed);

    /** The same result for another type of user. An accepted user without one is denied. */
    default <V> Authentication<V> flatMap(Function<U, Optional<V>> next) {
        return match(user -> next.apply(user).<Authentication<V>>map(Accepted::new).orElseGet(Denied::new), Denied::new,
                slowed -> new Slowed<>(slowed.after()));
    }

    /** The same result. An accepted user that does not match is denied. */
    default Authentication<U> filter(Predicate<U> condition) {
        return flatMap(user -> Optional.of(user).filter(condition));
    }

    /** The credentials are right. */
    record Accepted<U>(U user) implements Authentication<U> {
        @Override
        public <R> R match(Function<U, R> accepted, Supplier<R> denied, Function<Slowed<U>, R> slowed) {
            return accepted.apply(user);
        }
    }

    /** The credentials are wrong, or there are none. It does not say what is wrong. */
    record Denied<U>() implements Authentication<U> {
        @Override
        public <R> R match(Function<U, R> accepted, Supplier<R> denied, Function<Slowed<U>, R> slowed) {
            return denied.get();
        }
    }

    /** The credentials were not checked. @param after the time until the next attempt is checked */
    record Slowed<U>(Duration after) implements Authentication<U> {

        /** Whole seconds, at least one, as in {@code Retry-After}. */
        public long seconds() {
            return Math.max(1, after.plusMillis(999).toSeconds());
        }

        /** A sentence for the client. */
        public String sentence() {
            return "Too many sign-ins came from this address. Nothing was checked. Wait " + seconds() + " s and try again.";
        }

        @Override
        public <R> R match(Function<U, R> accepted, Supplier<R> denied, Function<Slowed<U>, R> slowed) {
            return slowed.apply(this);
        }
    }
}
