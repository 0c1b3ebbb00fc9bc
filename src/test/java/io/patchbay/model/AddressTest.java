package io.patchbay.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"pat@example.com", "o'brien@example.com", "a/b%c=d@example.com", "user+tag@sub.example.co.uk", "x@y",
        "!#$%&'*+/=?^_`{|}~-@example.org", "jürgen@müller.example", "用户@例子.公司", "\"with blank\"@example.com",
        "\"quo\\\"ted\"@example.com", "postmaster@[192.0.2.1]", "postmaster@[IPv6:2001:db8::1]", "1@a-b.c"})
    void a_mailbox_is_what_its_standards_allow(String mailbox) {
        assertThat(Address.isMailbox(mailbox)).isTrue();
        assertThat(new Address(mailbox).value()).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "pat", "@example.com", "pat@", "pat@@example.com", ".pat@example.com", "pat.@example.com",
        "p..t@example.com", "pat@example..com", "pat@-example.com", "pat@example-.com", "pat@exam_ple.com", "pat @example.com",
        "pat@example.com ", "Pat <pat@example.com>", "pat@example.com,kim@example.com", "pat@example.com\r\nBcc: kim@example.com",
        "pat\u0000@example.com", "pat\u202e@example.com", "pat@[example]x", "\"pat@example.com", "pat@example.com\u3000"})
    void what_is_no_mailbox_is_refused(String text) {
        assertThat(Address.isMailbox(text)).isFalse();
    }

    @Test
    void a_mailbox_has_at_most_64_characters_before_the_at_sign_and_254_in_all() {
        String domain = ("d".repeat(60) + ".").repeat(3);
        assertThat(Address.isMailbox("a".repeat(64) + "@example.com")).isTrue();
        assertThat(Address.isMailbox("a".repeat(65) + "@example.com")).isFalse();
        assertThat(Address.isMailbox("a".repeat(64) + "@" + domain + "example")).isFalse();
        assertThat(Address.isMailbox("a".repeat(60) + "@" + domain + "example")).isTrue();
        assertThat(Address.isMailbox("a@" + "d".repeat(64) + ".com")).isFalse();
    }

    @Test
    void a_telephone_address_has_its_own_short_form() {
        assertThat(Address.fits("+15551234")).isTrue();
        assertThat(Address.fits("sip_7#*")).isTrue();
        assertThat(Address.fits("5".repeat(65))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Address("5 001"));
    }
}
