namespace AiOs.Kernel.Playbooks.Running;

/// <summary>A run's rest.</summary>
/// <param name="Until">When it is over at the latest.</param>
/// <param name="ForReply">Whether an answer to one of its mails ends it.</param>
/// <param name="LookAt">When to look anew although nothing happened.</param>
internal sealed record RunRest(DateTimeOffset Until, bool ForReply, DateTimeOffset? LookAt);
