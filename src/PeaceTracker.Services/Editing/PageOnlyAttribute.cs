namespace PeaceTracker.Services.Editing;

/// <summary>Says of a field of a form that only a page has a use for it: a program that sends the form can't give it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PageOnlyAttribute : Attribute;
