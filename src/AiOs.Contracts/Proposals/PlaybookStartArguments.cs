using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Proposals;

/// <summary>The arguments of <c>playbook.start</c>: one run.</summary>
/// <param name="Playbook">The playbook's Record.</param>
/// <param name="Version">Its version, which is run to its end.</param>
/// <param name="Subject">The Record that it is run for; nothing where it is run for none.</param>
/// <param name="Title">What stands on the run's card.</param>
public sealed record PlaybookStartArguments(RecordId Playbook, long Version, RecordId? Subject, string Title);
