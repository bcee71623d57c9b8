using AiOs.Contracts.Messages;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Playbooks.Running;

/// <summary>A run that is not over.</summary>
/// <param name="Item">Its work item.</param>
/// <param name="Called">What it was called for.</param>
internal sealed record OpenRun(WorkItem Item, Occasion.PlaybookCalled Called);
