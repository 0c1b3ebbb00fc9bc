package io.patchbay.grid;

import io.patchbay.model.Command;
import io.patchbay.model.Outcome;
import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.util.List;
import java.util.Optional;

/** What members say to each other. All of it may be lost, and all of it may come twice. */
sealed interface Message {

    <R> R match(Cases<R> cases);

    interface Cases<R> {
        R submit(Submit m);

        R reply(Reply m);

        R follow(Follow m);

        R unfollow(Unfollow m);

        R news(News m);
    }

    /** Run this, you own its cell. @param request what the reply shall name */
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

    /** Tell me of this subject. @param number what I have of that era; -1 for nothing */
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

    /** Events in number order; with a state, they led to it: sent where events alone would leave a gap. @param number of the last */
    record News(Subject subject, int era, long number, Optional<State> state, List<Recorded> events) implements Message {
        public <R> R match(Cases<R> cases) {
            return cases.news(this);
        }
    }
}
