using AiOs.Contracts.Desk;
using AiOs.Contracts.Intake;
using AiOs.Storage.Sqlite.Tests.Support;

namespace AiOs.Storage.Sqlite.Tests;

/// <summary>What is special to SQLite; what every store does is in AiOs.Storage.Conformance.</summary>
public sealed class JournalReadTests : IDisposable
{
    private readonly Folder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FindDedupe_NoHash_IsRefused()
    {
        await using var open = new OpenStore(_folder);

        await Assert.ThrowsAsync<ArgumentException>(() => open.Store.FindDedupeAsync("message-id@example.com", Token));
    }

    [Fact]
    public void StatesAndCategories_AreStoredByNumber_SoTheirNumbersStay()
    {
        Assert.Equal(
            "Working AwaitingApproval NeedsAnswer Performing OutcomeUnknown Done Rejected Failed Expired",
            string.Join(' ', Enum.GetValues<WorkItemState>().Take(9)));
        Assert.Equal(
            "Other Inquiry ClientRequest InvoiceReceived Payment Meeting Contract Complaint ContentIdea Receipt Newsletter Spam Personal Notification",
            string.Join(' ', Enum.GetValues<Category>().Take(14)));
    }
}
