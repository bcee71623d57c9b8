using AiOs.Contracts;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ports;

namespace AiOs.Bot.Hosting;

/// <summary><c>/health/live</c> and <c>/health/ready</c>: they tell nothing but how it stands.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapGet("/health/live", () => Results.Text("live\n"));
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(IJournalStore store, IDesk desk, CancellationToken cancellationToken)
    {
        if (desk.DamagedBecause is not null)
        {
            return Results.Text("frozen\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            await store.HeadAsync(cancellationToken);
            return Results.Text("ready\n");
        }
        catch (AiOsException)
        {
            return Results.Text("the store does not answer\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
