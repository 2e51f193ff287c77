"""The schedule of attempts, the signature, and which addresses are ever called."""

import ipaddress
import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook, WebhookVerificationError

from labour_exchange.feeds.webhooks import rules

BODY = json.dumps({"type": "vacancy.published", "data": {"vacancies": []}}).encode()


def test_ten_attempts_over_seventy_five_hours() -> None:
    delays = [rules.next_delay(attempts, 0.5) for attempts in range(1, 11)]
    assert delays[-1] is None
    assert len(delays) == rules.ATTEMPTS == 10
    assert timedelta(hours=75) < sum((delay for delay in delays if delay), timedelta()) < timedelta(hours=76)
    assert delays[:-1] == sorted(delays[:-1])  # type: ignore[type-var]


@given(st.integers(1, 9), st.floats(0, 1))
def test_jitter_stays_within_a_tenth(attempts: int, chance: float) -> None:
    delay = rules.next_delay(attempts, chance)
    assert delay is not None
    assert abs(delay / rules.DELAYS[attempts - 1] - 1) <= 0.1000001


@pytest.mark.parametrize(("failures", "seconds"), [(1, 30), (2, 60), (5, 480), (6, 600), (40, 600)])
def test_a_dead_endpoint_rests_longer_and_longer(failures: int, seconds: int) -> None:
    assert rules.rest_after(failures) == timedelta(seconds=seconds)


def headers(secrets: list[str], body: bytes = BODY, message_id: str = "msg_1") -> dict[str, str]:
    now = int(datetime.now(UTC).timestamp())
    return {"webhook-id": message_id, "webhook-timestamp": str(now), "webhook-signature": rules.signature(secrets, message_id, now, body)}


def test_the_reference_library_accepts_the_signature() -> None:
    secret = rules.new_secret()
    assert Webhook(secret).verify(BODY, headers([secret]))["type"] == "vacancy.published"


def test_while_a_secret_is_replaced_both_verify() -> None:
    old, new = rules.new_secret(), rules.new_secret()
    signed = headers([new, old])
    for secret in (old, new):
        assert Webhook(secret).verify(BODY, signed)
    with pytest.raises(WebhookVerificationError):
        Webhook(rules.new_secret()).verify(BODY, signed)


@pytest.mark.parametrize("spoil", [{"webhook-id": "msg_2"}, {"webhook-timestamp": "1"}, {"webhook-signature": "v1,AAAA"}])
def test_a_spoilt_message_is_refused_by_the_reference_library(spoil: dict[str, str]) -> None:
    secret = rules.new_secret()
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(BODY, headers([secret]) | spoil)
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(BODY + b" ", headers([secret]))


PUBLIC = ("8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "2a00:1450:4001:831::200e")
INNER = (
    *("0.0.0.0", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255"),
    *("192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1"),
    *("239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1"),
    *("64:ff9b::808:808", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::1", "fc00::1", "fd00:ec2::254"),
    *("fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "ff0e::1", "3fff::1", "5f00::1", "2001:20::1", "2001:10::1", "not an address", ""),
)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_called(address: str) -> None:
    assert rules.may_call(address)


@pytest.mark.parametrize("address", INNER)
def test_inner_addresses_are_not_called(address: str) -> None:
    assert not rules.may_call(address)


@given(st.ip_addresses(v=4))
def test_no_private_ipv4_address_is_called_in_any_disguise(address: ipaddress.IPv4Address) -> None:
    disguises = [f"::ffff:{address}", f"64:ff9b::{address}", str(ipaddress.IPv6Address(0x2002 << 112 | int(address) << 80 | 1)), f"::{address}"]
    assert not any(rules.may_call(one) for one in disguises)
    if not address.is_global:
        assert not rules.may_call(str(address))


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://Agency.Example/hooks", rules.Target("https", "agency.example", 443, "/hooks")),
        ("https://agency.example", rules.Target("https", "agency.example", 443, "/")),
        ("https://agency.example:8443/a?b=c", rules.Target("https", "agency.example", 8443, "/a?b=c")),
        ("http://127.0.0.1:8765/hooks", rules.Target("http", "127.0.0.1", 8765, "/hooks")),
    ],
)
def test_addresses_that_are_taken(url: str, target: rules.Target) -> None:
    assert rules.read_target(url, {"127.0.0.1:8765"}) == target


@pytest.mark.parametrize("url", ["http://127.0.0.1:8766/", "http://localhost:8765/", "http://127.0.0.1/", "http://agency.example:8765/"])
def test_only_the_very_receiver_is_allowed_over_plain_http(url: str) -> None:
    with pytest.raises(rules.BadAddress):
        rules.read_target(url, {"127.0.0.1:8765"})
