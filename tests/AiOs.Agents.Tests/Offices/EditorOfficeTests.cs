using AiOs.Contracts.Desk;

namespace AiOs.Agents.Tests.Offices;

/// <summary>A post out of the operator's own notes, in the shape of what did best, kept as a draft and nothing more.</summary>
public sealed class EditorOfficeTests
{
    [Fact]
    public async Task Post_AboutSomethingNoted_IsMadeOfNotesAndOfWhatPerformed()
    {
        await using var harness = await Office.StartAsync();
        await harness.KnowAsync("content-asset/fixed", ("title", "Fixed prices"), ("channel", "linkedin"), ("views", "1200"), ("published", "2026-05-01"), ("text", "One two three four five six seven eight nine.\n\nWhat do you think?"));
        await harness.KnowAsync("content-asset/hours", ("title", "Hours"), ("channel", "linkedin"), ("views", "90"), ("published", "2026-06-01"), ("text", "Call me.\n\nNow."));
        await harness.TypeAsync("note: pricing by the hour punishes who is fast");

        var post = await harness.TypeAsync("write a post about pricing for LinkedIn");

        Assert.Equal(WorkItemState.Done, post.State);
        const string Asset = "content-asset/pricing-20261122";
        Assert.Equal("Pricing by the hour punishes who is fast.\n\nWhat do you think?", await harness.SaysAsync(Asset, "text"));
        Assert.Equal("draft", await harness.SaysAsync(Asset, "state"));
        Assert.Contains("“Fixed prices” had 1200 views (content-asset/fixed, version 5), the most of 2", post.Told(), StringComparison.Ordinal);
        Assert.Empty(harness.Mail.Calls);
    }
}
