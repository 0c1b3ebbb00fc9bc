package io.patchbay.model;

import java.util.Optional;

/** Commands of an agent in a messaging contact, except accepting and completing it. */
public sealed interface MessagingCommand extends InteractionCommand {

    AgentId by();

    <R> R match(Cases<R> cases);

    @Override
    default <R> R family(Families<R> families) {
        return families.messaging(this);
    }

    interface Cases<R> {
        R send(SendMessage c);

        R typing(SetTyping c);

        R nickname(SetNickname c);

        R consult(ConsultInContact c);

        R invite(InviteToContact c);

        R conference(ConferenceInContact c);

        R transfer(TransferContact c);

        R leave(LeaveContact c);

        R end(EndContact c);

        R join(JoinContact c);
    }

    /** Writes to all, or to agents only. @param kind a text, the address of a page, or a notice */
    record SendMessage(AgentId by, LogEntry.Kind kind, String text, Visibility visibility) implements MessagingCommand {
        public <R> R match(Cases<R> cases) {
            return cases.send(this);
        }
    }

    record SetTyping(AgentId by, boolean on, Visibility visibility) implements MessagingCommand {
        public <R> R match(Cases<R> cases) {
            return cases.typing(this);
        }
    }

    /** Is called so by the others from now on. */
    record SetNickname(AgentId by, String nickname) implements MessagingCommand {
        public <R> R match(Cases<R> cases) {
            return cases.nickname(this);
        }
    }

    /** Asks somebody in whom the customer does not see. */
    record ConsultInContact(AgentId by, Destination to) implements MessagingCommand {
        public <R> R match(Cases<R> cases) {
            return cases.consult(this);
        }
    }

    /** Asks somebody in whom the customer sees. */
    record InviteToContact(AgentId by, Destination to) implements MessagingCommand {
        public <R> R match(Cases<R> cases) {
            return cases.invite(this);
        }
    }

    /** The consulted agent becomes visible to the customer. */
    record ConferenceInContact(AgentId by) implements MessagingCommand {
        public <R> R match(Cases<R> cases) {
            return cases.conference(this);
        }
    }

    /** Hands the customer to somebody else and is gone at once; to whom it consults, without asking again (CHOREOGRAPHY D1). */
    record TransferContact(AgentId by, Destination to) implements MessagingCommand {
        public <R> R match(Cases<R> cases) {
            return cases.transfer(this);
        }
    }

    /** Takes part no more; the customer is gone with the last agent it sees. The interaction stays to be completed. */
    record LeaveContact(AgentId by) implements MessagingCommand {
        public <R> R match(Cases<R> cases) {
            return cases.leave(this);
        }
    }

    /** Closes the contact to the customer; the agents stay. */
    record EndContact(AgentId by) implements MessagingCommand {
        public <R> R match(Cases<R> cases) {
            return cases.end(this);
        }
    }

    /**
     * A supervisor joins an agent in a contact, by an invitation of its own. Whose supervisor it is, is the border's question, which has
     * the directory.
     *
     * @param of     the agent, which takes part
     * @param mode   seen by nobody, by agents only, by all
     * @param medium of the contact, where the request names one
     */
    record JoinContact(AgentId by, AgentId of, Call.Monitoring.Mode mode, Optional<Medium> medium) implements MessagingCommand {
        public JoinContact(AgentId by, AgentId of, Call.Monitoring.Mode mode) {
            this(by, of, mode, Optional.empty());
        }

        public <R> R match(Cases<R> cases) {
            return cases.join(this);
        }
    }
}
