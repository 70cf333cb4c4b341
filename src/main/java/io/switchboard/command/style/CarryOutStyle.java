package io.switchboard.command.style;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.StyleAction;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.wish.StyleCommand;
import java.util.List;

/** Takes what is said about who answers to the file that does it. */
public final class CarryOutStyle {
  private final ChooseModel models;
  private final ChoosePersona personas;

  public CarryOutStyle(Rooms rooms, ModelsOnOffer offer) {
    Rooms.Minds minds = rooms.minds();
    models = new ChooseModel(rooms.conversations(), minds.styles(), offer);
    personas = new ChoosePersona(rooms.conversations(), minds.styles(), minds.personas());
  }

  /** For a command. */
  public List<Effect> carryOut(Visit visit, StyleCommand command) {
    return switch (command) {
      case StyleCommand.Model(String name) ->
          name.isBlank() ? models.offer(visit) : models.choose(visit, name);
      case StyleCommand.Persona(String name) ->
          name.isBlank() ? personas.offer(visit) : personas.choose(visit, name);
    };
  }

  /** For a button. */
  public List<Effect> press(Visit visit, StyleAction action, MessageId message) {
    return switch (action) {
      case StyleAction.UseModel(String key) -> models.choose(visit, key, message);
      case StyleAction.UsePersona(String name) -> personas.choose(visit, name, message);
    };
  }
}
