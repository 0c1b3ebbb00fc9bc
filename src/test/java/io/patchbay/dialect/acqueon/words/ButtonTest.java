package io.patchbay.dialect.acqueon.words;

import static io.patchbay.dialect.acqueon.CallStory.ANA;
import static io.patchbay.dialect.acqueon.CallStory.BEN;
import static io.patchbay.dialect.acqueon.CallStory.K1;
import static io.patchbay.dialect.acqueon.CallStory.SAM;
import static io.patchbay.dialect.acqueon.CallStory.address;
import static io.patchbay.dialect.acqueon.CallStory.rings;
import static io.patchbay.dialect.acqueon.CallStory.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.dialect.acqueon.CallStory;
import io.patchbay.model.Call.Monitoring.Mode;
import io.patchbay.model.CallId;
import io.patchbay.model.PartyCommand.MonitorCall;
import io.patchbay.model.TwoCallCommand.AlternateCall;
import io.patchbay.model.VoiceCommand.Hold;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ButtonTest {

    private static Set<Button> ana(CallStory story, CallId call) {
        return Buttons.of(story.state(), ANA, call);
    }

    @Test
    void one_call_has_the_buttons_of_its_state() {
        assertThat(ana(CallStory.offered(), K1)).containsExactly(Button.ANSWER);
        assertThat(ana(CallStory.dialled(to(BEN)), K1)).containsExactly(Button.DISCONNECT);
        assertThat(ana(CallStory.answered(), K1)).containsExactly(Button.DISCONNECT, Button.HOLD, Button.CONSULT, Button.NUMBERPAD);
        assertThat(ana(CallStory.answered().when(new Hold(ANA, K1)), K1)).containsExactly(Button.DISCONNECT, Button.RESUME);
    }

    @Test
    void two_calls_can_be_joined_from_the_held_one_when_the_other_is_answered() {
        CallStory rings = CallStory.consulting();
        assertThat(ana(rings, K1)).containsExactly(Button.DISCONNECT);
        assertThat(ana(rings, rings.second())).containsExactly(Button.DISCONNECT);
        CallStory story = CallStory.consulted();
        assertThat(ana(story, K1)).containsExactly(Button.DISCONNECT, Button.SWAP, Button.TRANSFER, Button.CONFERENCE);
        assertThat(ana(story, story.second())).containsExactly(Button.DISCONNECT, Button.HOLD, Button.NUMBERPAD, Button.SWAP);
        story.when(new AlternateCall(ANA));
        assertThat(ana(story, story.second())).containsExactly(Button.DISCONNECT, Button.SWAP, Button.TRANSFER, Button.CONFERENCE);
    }

    @Test
    void a_call_of_others_has_none() {
        CallStory story = CallStory.consulted().given(new MonitorCall(SAM, address(SAM), K1, ANA, Mode.SILENT), rings(SAM));
        CallId monitor = story.state().calls().get(2).id();
        assertThat(Buttons.of(story.state(), SAM, monitor)).containsExactly(Button.DISCONNECT);
        assertThat(ana(story, monitor)).isEmpty();
        assertThat(Buttons.of(story.state(), BEN, K1)).isEmpty();
    }
}
