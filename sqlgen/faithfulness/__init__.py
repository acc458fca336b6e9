"""Does SQL that a model wrote compute the metric it was asked for, and nothing else?"""
