namespace AiOs.Bot.MailIn;

/// <summary>The ways that mail comes in besides the drop folder.</summary>
internal static class MailInHosting
{
    public static void AddMailIn(this IServiceCollection services)
    {
        services.AddHostedService<MailboxService>();
        services.AddSingleton<InboundEmailEndpoint>();
    }

    public static void MapMailIn(this WebApplication app) =>
        app.MapPost(InboundEmailEndpoint.Path, static (HttpContext context, InboundEmailEndpoint endpoint) => endpoint.TakeAsync(context));
}
