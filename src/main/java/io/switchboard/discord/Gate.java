package io.switchboard.discord;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/**
 * Keeps JDA from the gateway until it is opened. Of several processes only one listens to Discord,
 * but all of them speak there, and JDA speaks before it listens.
 */
final class Gate extends ConcurrentSessionController {
  private final String gatewayUrl;
  private final List<SessionConnectNode> waiting = new ArrayList<>();
  private boolean open;

  Gate(String gatewayUrl) {
    this.gatewayUrl = gatewayUrl;
  }

  @Override
  public String getGateway() {
    return gatewayUrl;
  }

  synchronized void open() {
    open = true;
    waiting.forEach(super::appendSession);
    waiting.clear();
  }

  @Override
  public synchronized void appendSession(SessionConnectNode node) {
    if (open) {
      super.appendSession(node);
    } else {
      waiting.add(node);
    }
  }

  @Override
  public synchronized void removeSession(SessionConnectNode node) {
    if (!waiting.remove(node)) {
      super.removeSession(node);
    }
  }
}
