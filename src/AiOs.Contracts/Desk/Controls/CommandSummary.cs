namespace AiOs.Contracts.Desk;

/// <summary>One slash command, as a channel can offer it.</summary>
/// <param name="Name">Without the slash; lower-case letters and digits.</param>
/// <param name="Does">What it does, in a few words; plain text.</param>
public sealed record CommandSummary(string Name, string Does);
