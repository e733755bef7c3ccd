package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagesTest {
    private final Pages pages = new Pages();

    @Test
    void customersAndVisitorsGetTheExternalInterface() {
        for (String path : new String[] {"/", "/conversations", "/conversations/0198", "/register", "/reset"}) {
            assertThat(pages.page(path)).as(path).contains("/external.html");
        }
    }

    @Test
    void agentsGetTheConsole() {
        for (String path : new String[] {"/agent", "/agent/", "/agent/chats/0198", "/agent/reset"}) {
            assertThat(pages.page(path)).as(path).contains("/console.html");
        }
    }

    @Test
    void otherAddressesAreNoPages() {
        for (String path : new String[] {"/agents", "/api/v1/desk", "/assets/a.js", "/conversationsx", "/register/x"}) {
            assertThat(pages.page(path)).as(path).isEmpty();
        }
        assertThat(pages.page("/setup")).isPresent();
    }
}
