using AiOs.Contracts.Ids;
using AiOs.Kernel.Playbooks.Reading;

namespace AiOs.Kernel.Playbooks;

/// <summary>A playbook as it holds now.</summary>
/// <param name="Id">Its Record.</param>
/// <param name="Version">Its version.</param>
/// <param name="Text">Its text.</param>
/// <param name="Reading">What the text says.</param>
internal sealed record PlaybookVersion(RecordId Id, long Version, string Text, PlaybookReading Reading)
{
    /// <summary>What it says; nothing where it cannot be run.</summary>
    public PlaybookDocument? Document => (Reading as PlaybookReading.Good)?.Document;
}
