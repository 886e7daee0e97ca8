using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>Since when a judgement holds, in words.</summary>
public static class JudgementWords
{
    /// <summary>As the form offers it.</summary>
    public static string Word(this IStringLocalizer<Text> l, JudgementSince since) => since switch
    {
        JudgementSince.ADay => l["from a day on: earlier dates keep the old value"],
        JudgementSince.Always => l["always: our record was wrong"],
    };
}
