/// Preprocessing: from a table to the feature matrix that a model is fitted to.
///
/// A [Preprocessor] is fitted on the training set and then transforms any table: [StandardScaler] and
/// [MinMaxScaler] scale numbers, [Imputer] fills in missing values, [OneHotEncoder] and [OrdinalEncoder] turn
/// categories into numbers, [PolynomialFeatures] adds powers and products. A [Pipeline] runs several in order
/// and ends in a matrix. [EncodedLabels] turns a column of class names into class indices.
///
/// Fit on the training set only. A mean that has seen the test set is *data leakage*: the score on the test
/// set then promises too much.
package gradus.ml.data.preprocess;
