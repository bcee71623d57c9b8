using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Proposals;

/// <summary>The arguments of <c>playbook.change</c>: one new version of a playbook.</summary>
/// <param name="Playbook">The playbook's Record.</param>
/// <param name="ExpectedVersion">The version this one follows; 0 for a new playbook. One that moved on is not written over.</param>
/// <param name="Before">The text of that version; empty for a new playbook.</param>
/// <param name="Text">The new text, whole.</param>
public sealed record PlaybookChangeArguments(RecordId Playbook, long ExpectedVersion, string Before, string Text);
