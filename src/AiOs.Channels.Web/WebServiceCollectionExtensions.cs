using AiOs.Channels.Web.Access;
using AiOs.Channels.Web.Assets;
using AiOs.Channels.Web.Batches;
using AiOs.Channels.Web.Commands;
using AiOs.Channels.Web.Controls;
using AiOs.Channels.Web.Corrections;
using AiOs.Channels.Web.Digests;
using AiOs.Channels.Web.Endpoints;
using AiOs.Channels.Web.Pages;
using AiOs.Channels.Web.Requests;
using AiOs.Contracts.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AiOs.Channels.Web;

/// <summary>Adds the local web chat to a host.</summary>
public static class WebServiceCollectionExtensions
{
    /// <summary>
    /// Registers the web chat. It needs <c>IInbox</c>, <c>IDesk</c>, <c>IControls</c>, <c>ICommands</c>, <c>IMailReader</c>, <c>IEntropy</c> and <c>TimeProvider</c> from the host;
    /// a host that registers a <see cref="WebKey"/> of its own before keeps it.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebOptions>, WebOptionsValidator>());
        services.TryAddSingleton(static provider => WebKey.Make(provider.GetRequiredService<IEntropy>()));
        services.TryAddSingleton<WebGate>();
        services.TryAddSingleton<Times>();
        services.TryAddSingleton<ExampleMail>();
        services.TryAddSingleton<MessageDoor>();
        services.TryAddSingleton<PageRenderer>();
        services.TryAddSingleton<OutcomeReply>();
        services.TryAddSingleton<ReplyShelf>();
        services.TryAddSingleton<CommandDoor>();
        AddEndpoints(services);
        return services;
    }

    /// <summary>Maps the pages and their endpoints; nothing where <see cref="WebOptions.Enabled"/> is false.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <returns>The same builder.</returns>
    public static IEndpointRouteBuilder MapWebChat(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        if (services.GetRequiredService<IOptions<WebOptions>>().Value.Enabled)
        {
            var gate = services.GetRequiredService<WebGate>();
            MapLooking(endpoints, services, gate);
            MapActing(endpoints, services, gate);
        }

        return endpoints;
    }

    private static void AddEndpoints(IServiceCollection services)
    {
        services.TryAddSingleton<ChatEndpoints>();
        services.TryAddSingleton<ApprovalEndpoints>();
        services.TryAddSingleton<BatchEndpoints>();
        services.TryAddSingleton<AnswerEndpoints>();
        services.TryAddSingleton<ItemEndpoints>();
        services.TryAddSingleton<JournalEndpoints>();
        services.TryAddSingleton<ControlEndpoints>();
        services.TryAddSingleton<CorrectionEndpoints>();
        services.TryAddSingleton<EventEndpoints>();
        services.TryAddSingleton<DigestEndpoints>();
    }

    private static void MapLooking(IEndpointRouteBuilder endpoints, IServiceProvider services, WebGate gate)
    {
        var items = services.GetRequiredService<ItemEndpoints>();
        var journal = services.GetRequiredService<JournalEndpoints>();
        Get("/", services.GetRequiredService<ChatEndpoints>().ShowAsync);
        Get("/items.json", items.ListJsonAsync);
        Get("/items/{id}.json", items.ShowJsonAsync);
        Get("/items/{id}", items.ShowAsync);
        Get("/items/{id}/card", items.ShowEntryAsync);
        Get("/journal", journal.ShowAsync);
        Get("/costs", journal.ShowCostsAsync);
        Get("/digest", services.GetRequiredService<DigestEndpoints>().ShowAsync);
        Get("/controls", services.GetRequiredService<ControlEndpoints>().ShowAsync);
        Get("/corrections", services.GetRequiredService<CorrectionEndpoints>().ShowAsync);
        Get("/events", services.GetRequiredService<EventEndpoints>().WatchAsync);
        endpoints.MapGet("/assets/{name}", gate.Open(AssetEndpoints.ShowAsync));

        void Get(string pattern, RequestDelegate handle) => endpoints.MapGet(pattern, gate.Keyed(handle));
    }

    private static void MapActing(IEndpointRouteBuilder endpoints, IServiceProvider services, WebGate gate)
    {
        var chat = services.GetRequiredService<ChatEndpoints>();
        var approvals = services.GetRequiredService<ApprovalEndpoints>();
        var answers = services.GetRequiredService<AnswerEndpoints>();
        var controls = services.GetRequiredService<ControlEndpoints>();
        Post("/chat/messages", chat.PostAsync);
        Post("/chat/example", chat.PostExampleAsync);
        Post("/approvals/decide-all", services.GetRequiredService<BatchEndpoints>().PostAsync);
        Post("/approvals/{id}", approvals.PostAsync);
        Post("/approvals/{id}/decide", approvals.PostAsync);
        Post("/items/{id}/answer", answers.AnswerAsync);
        Post("/items/{id}/settle", answers.SettleAsync);
        Post("/items/{id}/undo", answers.UndoAsync);
        var corrections = services.GetRequiredService<CorrectionEndpoints>();
        Post("/items/{id}/category", corrections.CorrectAsync);
        Post("/corrections/take-back", corrections.TakeBackAsync);
        Post("/controls/freeze", controls.FreezeAsync);
        Post("/controls/resume", controls.ResumeAsync);
        Post("/controls/autonomy", controls.SetAutonomyAsync);
        Post("/journal/verify", services.GetRequiredService<JournalEndpoints>().VerifyAsync);

        void Post(string pattern, RequestDelegate handle) => endpoints.MapPost(pattern, gate.Keyed(handle));
    }
}
