def test_an_unknown_address_says_where_to_go(world):
    page = world.browser().get("/nothing/here")
    assert page.status_code == 404
    assert "There is nothing here" in page.text
    assert 'href="/"' in page.text


def test_what_breaks_shows_no_reason(world):
    def fail():
        raise RuntimeError("secret detail")

    page = world.browser(now=fail).get("/i/some-token")
    assert page.status_code == 500
    assert "Something went wrong here" in page.text
    assert "secret" not in page.text
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]


def test_a_wrong_form_says_to_look_again(world):
    page = world.signed_in("convener").post("/convener/invitations", data={"employer": ""})
    assert page.status_code == 422
    assert "send it again" in page.text


def test_a_wrong_way_of_asking_is_answered_kindly(world):
    assert "There is nothing here" in world.browser().put("/").text
