package io.patchbay.rules.interaction;

import io.patchbay.model.DataCommand;
import io.patchbay.model.FollowUp;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionEvent;
import io.patchbay.model.MessagingCommand;
import io.patchbay.model.OfferCommand;
import io.patchbay.model.PartyCommand;
import io.patchbay.model.PlatformCommand;
import io.patchbay.model.RecordingCommand;
import io.patchbay.model.Subject;
import io.patchbay.model.TwoCallCommand;
import io.patchbay.model.VoiceCommand;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of interaction cells: one class for each family of commands, one for each question a cell asks. */
public final class InteractionRules implements Rules<Interaction, InteractionCommand, InteractionEvent> {

    @Override
    public Interaction initial() {
        return Interaction.NEW;
    }

    @Override
    public Decision<InteractionEvent> decide(Interaction state, InteractionCommand command, Stamp stamp) {
        return command.family(new Deciding(state, stamp));
    }

    @Override
    public Interaction evolve(Interaction state, InteractionEvent event, Instant at) {
        return InteractionEvolve.evolve(state, event, at);
    }

    @Override
    public List<FollowUp> react(Interaction before, InteractionEvent event, Interaction after, Subject self) {
        return InteractionReact.react(before, event, after, self);
    }

    @Override
    public Map<String, Duration> deadlines(Interaction state) {
        return InteractionDeadlines.of(state);
    }

    @Override
    public Optional<Duration> retention(Interaction state) {
        return state.phase() == Interaction.Phase.ENDED && state.members().isEmpty()
                ? Optional.of(state.terms().retention())
                : Optional.empty();
    }

    private record Deciding(Interaction state, Stamp stamp) implements InteractionCommand.Families<Decision<InteractionEvent>> {
        @Override
        public Decision<InteractionEvent> voice(VoiceCommand c) {
            return c.match(new VoiceRules(state, stamp));
        }

        @Override
        public Decision<InteractionEvent> twoCalls(TwoCallCommand c) {
            return c.match(new TwoCallRules(state, stamp));
        }

        @Override
        public Decision<InteractionEvent> party(PartyCommand c) {
            return c.match(new PartyRules(state, stamp));
        }

        @Override
        public Decision<InteractionEvent> recording(RecordingCommand c) {
            return c.match(new RecordingRules(state));
        }

        @Override
        public Decision<InteractionEvent> data(DataCommand c) {
            return c.match(new DataRules(state, stamp));
        }

        @Override
        public Decision<InteractionEvent> platform(PlatformCommand c) {
            return c.match(new PlatformRules(state, stamp));
        }

        @Override
        public Decision<InteractionEvent> offer(OfferCommand c) {
            return c.match(new OfferRules(state, stamp));
        }

        @Override
        public Decision<InteractionEvent> messaging(MessagingCommand c) {
            return c.match(new MessagingRules(state, stamp));
        }
    }
}
