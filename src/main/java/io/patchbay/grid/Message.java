package io.patchbay.grid;

import io.patchbay.model.Command;
import io.patchbay.model.Outcome;
import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.util.List;
import java.util.Optional;

/** Messages between members. Each may be lost and may arrive twice. */
sealed interface Message {

    <R> R match(Cases<R> cases);

    interface Cases<R> {
        R submit(Submit m);

        R reply(Reply m);

        R follow(Follow m);

        R unfollow(Unfollow m);

        R news(News m);
    }

    /** Requests the owner of a cell to run a command. @param request the number for the reply */
    record Submit(long request, Command command) implements Message {
        public <R> R match(Cases<R> cases) {
            return cases.submit(this);
        }
    }

    record Reply(long request, Outcome outcome) implements Message {
        public <R> R match(Cases<R> cases) {
            return cases.reply(this);
        }
    }

    /** Requests the events of a subject. @param number the last one that the sender has of that era; -1 for none */
    record Follow(Subject subject, int era, long number) implements Message {
        public <R> R match(Cases<R> cases) {
            return cases.follow(this);
        }
    }

    record Unfollow(Subject subject) implements Message {
        public <R> R match(Cases<R> cases) {
            return cases.unfollow(this);
        }
    }

    /**
     * Events in number order. With a state, they led to the state; it is sent if events alone would leave a gap. @param number of the
     * last
     */
    record News(Subject subject, int era, long number, Optional<State> state, List<Recorded> events) implements Message {
        public <R> R match(Cases<R> cases) {
            return cases.news(this);
        }
    }
}
