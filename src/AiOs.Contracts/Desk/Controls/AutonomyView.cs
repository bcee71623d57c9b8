namespace AiOs.Contracts.Desk;

/// <summary>One class of effects and what it has earned.</summary>
/// <param name="Name">Agent, kind, counterparty class and amount band: <c>sales/calendar.book/client/none</c>.</param>
/// <param name="State"><c>earning</c>, <c>offered</c>, <c>granted</c>, <c>decayed</c> or <c>fallen</c>.</param>
/// <param name="Seen">How many decisions are kept of it.</param>
/// <param name="Unedited">How many of them were approved as drafted.</param>
/// <param name="Sentence">Since when and why, in one sentence; of an offer its evidence.</param>
public sealed record AutonomyView(string Name, string State, int Seen, int Unedited, string Sentence);
