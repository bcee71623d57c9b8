using AiOs.Contracts.Desk;

namespace AiOs.Channels.Web.Pages;

/// <summary>What the page of a work item shows.</summary>
/// <param name="Item">The work item.</param>
/// <param name="Timeline">Its events in order.</param>
/// <param name="FrozenBecause">Why nothing may run, if that is so.</param>
/// <param name="Notice">What the operator must be told first, such as that somebody else had decided.</param>
internal sealed record ItemView(WorkItemView Item, IReadOnlyList<TimelineEntry> Timeline, string? FrozenBecause, string? Notice);
