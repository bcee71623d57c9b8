namespace AiOs.Kernel.Playbooks;

/// <summary>Which Records a playbook is for.</summary>
/// <param name="Type">Their type.</param>
/// <param name="Where">All of these must hold.</param>
internal sealed record PlaybookSelection(string Type, IReadOnlyList<PlaybookCondition> Where);
