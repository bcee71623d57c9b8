namespace AiOs.Kernel.Playbooks;

/// <summary>Where an answer to a mail leads.</summary>
/// <param name="Stops">Whether it ends the run.</param>
/// <param name="To">A later step, counted from 1; nothing for the next one.</param>
internal sealed record ReplyLeads(bool Stops, int? To);
